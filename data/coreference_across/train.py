#!/usr/bin/env python3
"""Weights of the comparison of two mentions, and of a pronoun's antecedents: train.py BENCH event|entity|pronoun (see README.md)."""
import sys,re,math,collections,json
import numpy as np
import gzip,os
BENCH,KIND=sys.argv[1:3] if len(sys.argv)==3 else sys.exit(__doc__)
B=os.path.join(BENCH,'coref','')
DATA=os.path.join(os.path.dirname(os.path.abspath(__file__)),'..','')
def rows(p): return [json.loads(l) for l in gzip.open(p,"rt")]
def load(s,part,k):
    g=rows(f"{B}{s}/{part}.{k}.gold.jsonl.gz"); d={x["doc"]:x for x in rows(f"{B}{s}/{part}.docs.jsonl.gz")}
    for r in g:
        r["pile"]=d[r["doc"]].get("subtopic") or d[r["doc"]]["topic"]
    return g,d
def stem(w):
    w=w.lower()
    if len(w)<3 or not re.fullmatch("[a-z]+",w): return w
    if w.endswith("sses") or (w.endswith("ies") and len(w)>4): w=w[:-2]
    elif len(w)>3 and w[-1]=="s" and not w.endswith(("ss","us","is")): w=w[:-1]
    for e in ("ing","ed"):
        if w.endswith(e):
            r=w[:-len(e)]
            if len(r)<3 or not re.search("[aeiouy]",r): break
            w=r
            if len(w)>3 and w[-1]==w[-2] and w[-1] not in "aeiouls": w=w[:-1]
            elif len(w)>4 and w[-1]==w[-2] and w[-1] in "l": w=w[:-1]
            break
    for e,k in (("ations",3),("ation",3),("ments",4),("ment",4),("ness",4),("ions",4),("ion",4),("ers",4),("er",4),("or",4),("ance",4),("ence",4),("al",5),("ly",4)):
        if w.endswith(e) and len(w)-len(e)>=k: w=w[:-len(e)]; break
    while len(w)>3 and w[-1] in "eyi": w=w[:-1]
    if len(w)>5 and w.endswith("at"): w=w[:-2]
    return IRR.get(w,w)
IRR={"kil":"kill","sai":"sa","said":"sa","say":"sa","won":"win","took":"tak","shot":"shoot","shooting":"shoot","bought":"bu","buy":"bu","died":"die","di":"die","dea":"die","death":"die","dead":"die","left":"leav","leav":"leav","fell":"fall","went":"go","struck":"strik","hit":"hit","fought":"fight","found":"find","came":"com","gave":"giv","began":"begin","stole":"steal","broke":"break","broken":"break","chose":"choos","chosen":"choos","told":"tell","made":"mak","beat":"beat","sold":"sel","sell":"sel","sale":"sel","led":"lead","lost":"los","met":"meet","ran":"run","sent":"send","held":"hold","caught":"catch","rose":"ris","shook":"shak","shaken":"shak","sank":"sink","sunk":"sink","set":"set","spoke":"speak","spoken":"speak","swore":"swear","taken":"tak","thought":"think","wrote":"writ","written":"writ","known":"know","knew":"know","given":"giv","stolen":"steal","seen":"see","saw":"see","felt":"feel","got":"get","kept":"keep","laid":"lay","paid":"pay","put":"put","read":"read","rode":"rid","hurt":"hurt","heard":"hear","grew":"grow","flew":"fly","flown":"fly","fled":"fle","flee":"fle","drove":"driv","driven":"driv","bid":"bid","born":"bear","bore":"bear"}
STOP=set("the a an of in on at to for and or but with by from as is was were are be been has have had that this these those it its he his she her they their them him who which will would after before not no n't 's , . `` '' \" ' : ; - -- ( ) also into over than about up out while when where there".split())
PRON={p:t for t,ps in {"m":"he him his himself","f":"she her hers herself","n":"it its itself","p":"they them their theirs themselves","s":"i me my we us our ours you your myself ourselves","r":"who which that whom whose this"}.items() for p in ps.split()}
PREP=set("in on at of from by to for since during near off into through with until between around about as".split())
DET=set("the a an this that these those its his her their our my some".split())
def lex():
    out={}
    for f in ("verbs","nouns"):
        c=None
        for l in open(f"{DATA}predicates/{f}.txt"):
            l=l.strip()
            if l.startswith("#") or not l: continue
            if l.startswith("["): c=l.strip("[]")
            else:
                for w in l.split(): out.setdefault(stem(w.lstrip("*")),c)
    return out
LEX=lex()
MONTHS="january february march april may june july august september october november december".split()
DAYS="monday tuesday wednesday thursday friday saturday sunday".split()
TIMEW=set(MONTHS+DAYS+[m[:3] for m in MONTHS]+"today yesterday tomorrow morning afternoon evening night week month year day hour hours days weeks months years weekend early late last ago am pm a.m. p.m. tonight noon dawn".split())
def prep(g,docs):
    out=[]
    sf=collections.defaultdict(lambda: collections.Counter()); nd=collections.Counter()
    for d in docs.values():
        p=d.get("subtopic") or d["topic"]; nd[p]+=1
        d["st"]=[[stem(t) if t.lower() not in STOP else None for t in s] for s in d["sents"]]
        for w in {w for s in d["st"] for w in s if w and re.search("[a-z0-9]",w)}: sf[p][w]+=1
    for n,r in enumerate(g):
        d=docs[r["doc"]]; s=d["sents"][r["sent"]]; st=d["st"][r["sent"]]
        m={"i":n,"id":r["id"],"doc":r["doc"],"pile":r["pile"],"sent":r["sent"],"t0":r["toks"][0],"t1":r["toks"][-1],"gold":r["cluster"]}
        ws=[s[t] for t in r["toks"]]
        m["words"]=ws
        low=[w.lower() for w in ws]
        core=low[:]
        while len(core)>1 and (core[0] in PREP or core[0] in DET): core=core[1:]
        core=[w for w in core if w not in ("'s","'")] or core
        m["low"]=" ".join(low); m["core"]=" ".join(core)
        # head: before the first preposition / comma
        h=core
        for i,w in enumerate(core):
            if i and (w in PREP or w in (",","(","who","which","that")): h=core[:i]; break
        m["hphr"]=[stem(w) for w in h]
        if r["kind"]=="event":
            content=[w for w in core if w not in STOP] or core
            # verb particle: first content word; nominal: last
            m["head"]=stem(content[0]) if len(core)>1 and core[-1] in PREP|{"up","out","over","down","off","away"} else stem(content[-1] if len(content)>1 and not content[0].endswith(("ed","ing")) else content[0])
        else:
            m["head"]=m["hphr"][-1]
        m["set"]={stem(w) for w in core if w not in STOP and w not in PREP and w not in DET}
        m["cap"]=any(w[0].isupper() for w in ws if w.lower() not in STOP) and not (r["toks"][0]==0 and len(ws)==1 and False)
        m["hcap"]=s[r["toks"][-1]][0].isupper()
        m["pron"]=PRON.get(low[0]) if len(low)==1 else None
        m["time"]=bool(set(core)&TIMEW)
        m["num"]={w for w in core if re.search(r"\d",w)}
        p=r["pile"]
        idf=lambda w: math.log((nd[p]+1)/(sf[p][w]+0.5)) if sf[p][w]>=1 else 0
        own=set(r["toks"])
        def vec(lo,hi):
            v={}
            for t in range(max(0,lo),min(len(s),hi)):
                w=st[t]
                if t not in own and w and re.search("[a-z0-9]",w): v[w]=max(0.3,idf(w))
            n_=math.sqrt(sum(x*x for x in v.values())) or 1
            return {w:x/n_ for w,x in v.items()}
        m["vs"]=vec(0,len(s)); m["vw"]=vec(m["t0"]-5,m["t1"]+6)
        m["vl"]=vec(m["t0"]-4,m["t0"]); m["vr"]=vec(m["t1"]+1,m["t1"]+5)
        m["df"]=sf[p][m["head"]]/nd[p]
        m["cls"]=LEX.get(m["head"])
        m["pos"]=min(r["sent"],6); m["n"]=len(s)
        out.append(m)
    return out
def cos(a,b):
    if len(b)<len(a): a,b=b,a
    return sum(x*b.get(w,0) for w,x in a.items())
def fe_event(a,b):
    same=a["head"]==b["head"]; pre=a["head"][:5]==b["head"][:5] and len(a["head"])>3
    same5=same or pre
    cs,cw,cl,cr=cos(a["vs"],b["vs"]),cos(a["vw"],b["vw"]),cos(a["vl"],b["vl"]),cos(a["vr"],b["vr"])
    sd=a["doc"]==b["doc"]; ss=sd and a["sent"]==b["sent"]
    cls=(not same5) and a["cls"] is not None and a["cls"]==b["cls"]
    dif=bool((not same5) and a["cls"] and b["cls"] and not cls)
    sub=a["head"] in b["vs"] or b["head"] in a["vs"]
    say=same and a["head"] in ("sa","tell","report","announc")
    full=a["core"]==b["core"]
    f=[1,same,same5 and not same,full,cls,dif,say,sd,ss]
    f+=[cs,cw,cl,cr]
    f+=[same5*cs,same5*cw,same5*(a["df"]+b["df"])/2,same5*sd,same5*ss,same5*cl,same5*cr]
    f+=[(not same5)*cls*cs,cls*cw,(not same5)*(a["df"]+b["df"])/2,(not same5)*sd,(not same5)*sub]
    f+=[same5*(a["pos"]+b["pos"])/6,say*cw,say*cs,(not same5)*cl*cr,(not same5)*min(cl,cr),same5*(cs==0), (not same5)*(cs>0.35),(not same5)*(cw>0.5)]
    return np.array(f,float)
def acro(a,b):
    if len(a["words"])==1 and a["words"][0].isupper() and len(a["words"][0])>=2:
        ini="".join(w[0] for w in b["words"] if w[0].isupper())
        return ini==a["words"][0].replace(".","")
    return False
def fe_ent(a,b):
    full=a["core"]==b["core"]; sameh=a["head"]==b["head"]
    A,B=a["set"],b["set"]; I=A&B; j=len(I)/max(1,len(A|B)); cont=bool(I) and (A<=B or B<=A)
    cap=a["cap"] and b["cap"]; pa,pb=a["pron"],b["pron"]; pron=bool(pa or pb)
    sd=a["doc"]==b["doc"]; ss=sd and a["sent"]==b["sent"]
    cs,cw=cos(a["vs"],b["vs"]),cos(a["vw"],b["vw"]); cl,cr=cos(a["vl"],b["vl"]),cos(a["vr"],b["vr"])
    time=a["time"] and b["time"]; tx=a["time"]!=b["time"]
    numx=bool(a["num"] and b["num"] and not a["num"]&b["num"]); nume=bool(a["num"]&b["num"])
    ac=acro(a,b) or acro(b,a)
    inl=bool(I) and cap
    capI=cap and any(w for w in I)
    pre=(not sameh) and a["head"][:5]==b["head"][:5] and len(a["head"])>4
    dif=cap and not I
    df=(a["df"]+b["df"])/2
    f=[1,full,sameh,j,cont,cap,pron,bool(pa and pb),pa==pb and bool(pa),sd,ss,time,tx,numx,nume,ac,pre,dif]
    f+=[cs,cw,cl,cr,full*cap,full*cs,sameh*cs,sameh*cw,sameh*cap,j*cap,cont*cap,capI,full*df,sameh*df,time*full,time*sameh,time*j,full*sd,sameh*sd,(not I)*cw,(not I)*cs,(not I)*(not cap)*cw,(not I)*df,pron*sd,pron*cs,full*tx]
    f+=[sameh*(not cap)*cw,(not pron)*(not I)*(not time)*min(cl,cr),full*(len(A)>1),time*cs,time*(not I)]
    return np.array(f,float)
def piles(ms):
    d=collections.defaultdict(list)
    for m in ms: d[m["pile"]].append(m)
    return d
def pairs(ms,FE):
    X=[];y=[]
    for p in ms:
        for i in range(len(p)):
            for k in range(i):
                X.append(FE(p[i],p[k])); y.append(p[i]["gold"]==p[k]["gold"])
    return np.array(X),np.array(y,float)
def fit(X,y,l2=3e-4,it=14):
    w=np.zeros(X.shape[1])
    for _ in range(it):
        p=1/(1+np.exp(-np.clip(X@w,-30,30))); g=X.T@(p-y)/len(y)+l2*w
        H=(X*(p*(1-p))[:,None]).T@X/len(y)+l2*np.eye(len(w))
        w-=np.clip(np.linalg.solve(H,g),-1,1)
    return w

# Antecedents of pronouns: candidates of the five sentences before, nearest sentence first.
PERSONS={l.strip() for l in open(DATA+"lexicon/person_nouns.txt") if l[0]!="#"}
FIRST={}
for l in open(DATA+"first_names/first_names.txt"):
    l=l.strip()
    if l.startswith("["): sex=l[1]
    elif l and l[0]!="#": FIRST[l]=sex
SEX={w:s for s,ws in {"m":"man boy father brother son husband mr actor king prince uncle businessman spokesman chairman gunman policeman","f":"woman girl mother sister daughter wife ms mrs actress queen princess aunt businesswoman spokeswoman policewoman"}.items() for w in ws.split()}
COLL=set("police team company government family couple group band staff authorities people officials crew".split())
def nature(m):
    h=next((w for w in reversed(m["words"]) if stem(w)==m["head"]),m["words"][-1]); hl=h.lower(); low=[w.lower() for w in m["words"]]
    name=h[0].isupper(); g=next((SEX[w] for w in reversed(low) if w in SEX),"") or (name and next((FIRST[w] for w in low if w in FIRST),"")) or ""
    person=bool(g) or hl in PERSONS
    plural=(hl.endswith("s") and not hl.endswith("ss") and not name) or "and" in low or hl in ("people","men","women","children","police")
    return {"name":name,"g":g,"person":person,"plural":plural,"coll":hl in COLL or name and not person}
def natures(ms):
    known=collections.defaultdict(collections.Counter)
    for m in ms:
        m["nat"]=nature(m)
        if m["nat"]["name"] and m["nat"]["person"]: known[m["head"]][m["nat"]["g"]]+=1
    for m in ms:
        if m["nat"]["name"] and m["head"] in known:
            m["nat"].update(person=True,coll=False)
            m["nat"]["g"]=m["nat"]["g"] or next((g for g,_ in known[m["head"]].most_common() if g),"")
def fe_pronoun(p,c,rank,n):
    t,a,back=p["pron"],c["nat"],p["sent"]-c["sent"]
    return [1,back==0,min(back,4)/4,back==1,c["t0"]<4,c["t0"]==0,a["name"],a["name"]*(t in "mf"),a["person"]*(t in "mf"),a["person"]*(t=="n"),a["plural"]*(t=="p"),a["plural"]*(t in "mfn"),
        (not a["plural"] and not a["coll"])*(t=="p"),a["coll"]*(t in "np"),a["g"]==t and t in "mf",t in "mf" and a["g"]!="" and a["g"]!=t,t=="n" and a["g"]!="",t in "mf" and not a["person"] and not a["name"],
        math.log1p(n),1/(1+rank),rank==0,t=="s",back==0 and c["t0"]<4,a["name"]*(t=="n")]
def pronouns(ps):
    X=[];y=[]
    for ms in ps:
        natures(ms); by=collections.defaultdict(list)
        for m in ms: by[m["doc"]].append(m)
        for p in ms:
            if p["pron"] in (None,"r"): continue
            cs=[c for c in by[p["doc"]] if not c["pron"] and not c["time"] and 0<=p["sent"]-c["sent"]<=5 and (c["sent"],c["t1"])<(p["sent"],p["t0"])]
            cs.sort(key=lambda c:(-c["sent"],c["t0"]))
            for rank,c in enumerate(cs):
                X.append(fe_pronoun(p,c,rank,sum(m["head"]==c["head"] for m in by[p["doc"]]))); y.append(c["gold"]==p["gold"])
    return np.array(X,float),np.array(y,float)
def main():
    g,d=load("ecbplus","train","event" if KIND=="event" else "entity"); ps=list(piles(prep(g,d)).values())
    X,y=pronouns(ps) if KIND=="pronoun" else pairs(ps,fe_event if KIND=="event" else fe_ent)
    print(X.shape,y.mean())
    w=fit(X,y,1e-3,12) if KIND=="pronoun" else fit(X,y)
    print([round(float(x),2) for x in w])
if __name__=="__main__": main()
