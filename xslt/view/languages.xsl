<?xml version="1.0" encoding="UTF-8"?>
<!-- Language tags as HTML and every reader's software know them (BCP 47): two letters where ISO 639-1 has them ("eng" is "en"). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:v="urn:tei-toolkit:view" exclude-result-prefixes="#all">

  <!-- ISO 639-2 codes (both kinds) and their ISO 639-1 equivalents. -->
  <xsl:variable name="v:short-languages" as="map(xs:string, xs:string)" select="
    map:merge(tokenize('
    aar=aa abk=ab afr=af aka=ak alb=sq amh=am ara=ar arg=an arm=hy asm=as ava=av ave=ae aym=ay aze=az bak=ba bam=bm baq=eu bel=be ben=bn bih=bh
    bis=bi bod=bo bos=bs bre=br bul=bg bur=my cat=ca ces=cs cha=ch che=ce chi=zh chu=cu chv=cv cor=kw cos=co cre=cr cym=cy cze=cs dan=da deu=de
    div=dv dut=nl dzo=dz ell=el eng=en epo=eo est=et eus=eu ewe=ee fao=fo fas=fa fij=fj fin=fi fra=fr fre=fr fry=fy ful=ff geo=ka ger=de gla=gd
    gle=ga glg=gl glv=gv gre=el grn=gn guj=gu hat=ht hau=ha heb=he her=hz hin=hi hmo=ho hrv=hr hun=hu hye=hy ibo=ig ice=is ido=io iii=ii iku=iu
    ile=ie ina=ia ind=id ipk=ik isl=is ita=it jav=jv jpn=ja kal=kl kan=kn kas=ks kat=ka kau=kr kaz=kk khm=km kik=ki kin=rw kir=ky kom=kv kon=kg
    kor=ko kua=kj kur=ku lao=lo lat=la lav=lv lim=li lin=ln lit=lt ltz=lb lub=lu lug=lg mac=mk mah=mh mal=ml mao=mi mar=mr may=ms mkd=mk mlg=mg
    mlt=mt mol=mo mon=mn mri=mi msa=ms mya=my nau=na nav=nv nbl=nr nde=nd ndo=ng nep=ne nld=nl nno=nn nob=nb nor=no nya=ny oci=oc oji=oj ori=or
    orm=om oss=os pan=pa per=fa pli=pi pol=pl por=pt pus=ps que=qu roh=rm ron=ro rum=ro run=rn rus=ru sag=sg san=sa sin=si slk=sk slo=sk slv=sl
    sme=se smo=sm sna=sn snd=sd som=so sot=st spa=es sqi=sq srd=sc srp=sr ssw=ss sun=su swa=sw swe=sv tah=ty tam=ta tat=tt tel=te tgk=tg tgl=tl
    tha=th tib=bo tir=ti ton=to tsn=tn tso=ts tuk=tk tur=tr twi=tw uig=ug ukr=uk urd=ur uzb=uz ven=ve vie=vi vol=vo wel=cy wln=wa wol=wo xho=xh
    yid=yi yor=yo zha=za zho=zh zul=zu
    ') ! map{substring-before(., '='): substring-after(., '=')})"/>

  <xsl:variable name="v:two-letters" as="map(xs:string, xs:boolean)" select="map:merge(map:keys($v:short-languages) ! map{$v:short-languages(.): true()})"/>

  <!-- Codes of writing systems (ISO 15924) that editions use. -->
  <xsl:variable name="v:scripts" as="xs:string*" select="tokenize('
    arab armn beng brai copt cyrl deva egyp ethi geor goth grek gujr guru hang hani hans hant hebr hira ital jpan kana khmr knda kore laoo latf latg latn
    linb mlym mong mymr ogam orya phnx runr samr sinh syrc taml telu thai tibt xpeo xsux yiii zinh zmth zyyy')"/>

  <!-- The tag as it should be, or "" where it is none. -->
  <xsl:function name="v:language-tag" as="xs:string" new-each-time="no">
    <xsl:param name="stated" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(translate(normalize-space($stated), '_', '-'), '-')"/>
    <xsl:variable name="first" as="xs:string" select="lower-case(string($parts[1]))"/>
    <xsl:variable name="language" as="xs:string" select="
      if (map:contains($v:short-languages, $first)) then $v:short-languages($first)
      else if (map:contains($v:two-letters, $first) or matches($first, '^[a-z]{3}$')) then $first else ''"/>
    <xsl:variable name="script" as="xs:string?" select="$parts[2][lower-case(.) = $v:scripts]"/>
    <xsl:variable name="region" as="xs:string?" select="$parts[position() = (if ($script) then 3 else 2)][matches(., '^([A-Za-z]{2}|[0-9]{3})$')]"/>
    <xsl:sequence select="if ($language) then string-join(($language, $script, $region), '-') else ''"/>
  </xsl:function>
</xsl:stylesheet>
